// The script of the page that a sign-in ends on (relay/src/routes/sign-in-page.ts); runs in a browser, as it stands.
// It hands { type, state, code } to the pane that opened it: by window.opener in a browser, by Office's own way in a
// dialog of desktop Office. Both say for which origin the message is, so that no other page can read it.
"use strict";
(function () {
  const officeJsUrl = document.currentScript.dataset.officeJs;
  const parameters = new URLSearchParams(location.search);
  const state = parameters.get("state");
  const code = parameters.get("code");
  // Neither address bar nor history keeps the code.
  history.replaceState(null, "", location.pathname);
  const message =
    state !== null && code !== null
      ? { type: "genai-sign-in", state: state, code: code }
      : { type: "genai-sign-in", state: state, failed: true };

  function show(id) {
    document.getElementById(id).hidden = false;
  }

  function tellDialogParent() {
    const script = document.createElement("script");
    script.src = officeJsUrl;
    script.onerror = function () {
      show("failed");
    };
    script.onload = function () {
      // Outside of an Office dialog, Office never gets ready: then nobody has opened this page who could be told.
      const nobody = setTimeout(show, 5000, "failed");
      Office.onReady(function (info) {
        if (info.host === null) return;
        clearTimeout(nobody);
        Office.context.ui.messageParent(JSON.stringify(message), { targetOrigin: location.origin });
        show(message.failed ? "failed" : "done");
      });
    };
    document.head.append(script);
  }

  if (window.opener !== null) {
    window.opener.postMessage(message, location.origin);
    show(message.failed ? "failed" : "done");
  } else {
    tellDialogParent();
  }
})();

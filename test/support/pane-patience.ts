import { configure } from "@testing-library/react";

// What a pane shows a moment later comes later on a busy machine; the default is one second.
configure({ asyncUtilTimeout: 20_000 });

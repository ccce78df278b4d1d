import type { Element } from "domhandler";
import type { HiddenReason } from "../hidden-text";
import { covers } from "./box-covering";
import { isBesideThePage } from "./beside-the-page";
import { hasNoTracks, isEmptied, paintsNothing } from "./box-hiding";
import { cascade, resolved } from "./cascade";
import { colorIn, parseLegacyColor, transparent, type Color } from "./color";
import { colorFilterOf } from "./color-filter";
import { lengthOf, screenSize } from "./css-length";
import { numberOf } from "./css-text";
import { isClipped, isCut, leastOf, lineHeightOf, pixelsOnly } from "./declared-size";
import { declarationsOf } from "./declarations";
import { flowKind, isFlowBlock, isWide, stacksFixed } from "./flow-kind";
import { groundOf, isOpaqueGround, opaqueFrom, type Ground } from "./ground";
import { leastFontSize, leastOpacity } from "./least-sizes";
import { defaultDisplay, fontSizeOf, isTableBox } from "./page-defaults";
import { attributeOf } from "./parse-tree";
import { clipsEverything, faded, isOffScreen, isTurnedAway, movesOf, scaleOf } from "./placement";
import { leavesContainer } from "./leaves-container";
import { plainStyle } from "./plain-style";
import { roomWithin } from "./room";
import { rootStyle, type Enclosure, type Style } from "./style";
import type { WeighedDeclaration } from "./style-sheet";
import { isMasked } from "./text-mask";
import { fillOf, portion, strokeOf, textColor } from "./text-paint";

/** The style of an element within its parent's, from the rules that hold for it, its attributes, and what browsers start from. */
export function computeStyle(element: Element, parent: Style, rules: readonly WeighedDeclaration[]): Style {
  const plain = rules.length === 0 ? plainStyle(element, parent) : undefined;
  if (plain !== undefined) return plain;
  const inline = attributeOf(element, "style");
  const declared = cascade(
    rules,
    inline === undefined ? [] : declarationsOf(inline.slice(0, longestStyle)),
    parent.variables,
  );
  const value = (property: string): string | undefined => resolved(declared.values, property);
  const isSvg = element.namespace === "http://www.w3.org/2000/svg";
  const attribute = (name: string): string | undefined => (isSvg ? attributeOf(element, name) : undefined);

  const fontSize = fontSizeOf(element, value("font-size") ?? attribute("font-size"), parent.fontSize);
  const length = (property: string, whole: number): number | undefined => {
    const text = value(property);
    return text === undefined ? undefined : lengthOf(text, { em: fontSize, rem: 16, whole });
  };
  const display = value("display")?.toLowerCase() ?? attribute("display") ?? defaultDisplay(element);
  const isInline = display === "inline";
  const position = value("position")?.toLowerCase() ?? "static";
  const positioned = position !== "static";
  const fixed = position === "fixed";
  const out = position === "absolute" || fixed;
  const floats = !/^(?:none)?$/i.test(value("float") ?? "");
  // Boxes in a line are not transformed (CSS Transforms 1, 2).
  const turns = !isInline || out || floats || parent.flexes || isSvg;
  const transform = (property: string): string | undefined => (turns ? value(property) : undefined);
  const transforms = [transform("transform"), transform("-webkit-transform"), transform("-ms-transform")].filter(
    (text) => text !== undefined,
  );
  const pad = (side: string): number => Math.max(0, pixelsOnly(value(`padding-${side}`), fontSize) ?? 0);
  const padding = { top: pad("top"), right: pad("right"), bottom: pad("bottom"), left: pad("left") };
  const margins = {
    left: pixelsOnly(value("margin-left"), fontSize),
    top: pixelsOnly(value("margin-top"), fontSize),
    right: pixelsOnly(value("margin-right"), fontSize),
  };
  const width = pixelsOnly(value("width"), fontSize);
  const height = pixelsOnly(value("height"), fontSize);
  const isContained = /\b(?:paint|strict|content)\b/i.test(value("contain") ?? "");
  const clipsX = isContained || isClipped(value("overflow-x"));
  const clipsY = isContained || isClipped(value("overflow-y"));

  const color = textColor(element, value("color") ?? attribute("color"), parent.color, parent.body);
  const declaredGround = {
    color: value("background-color"),
    image: value("background-image"),
    size: value("background-size"),
    repeat: value("background-repeat"),
  };
  const offsets = { left: value("left"), right: value("right"), top: value("top"), bottom: value("bottom") };
  const { containerGround } = parent;
  // Only where no other box between them brings a ground of its own, which may be larger.
  const leaves =
    out &&
    !fixed &&
    containerGround !== undefined &&
    parent.grounds === containerGround.grounds &&
    transforms.length === 0 &&
    transform("translate") === undefined &&
    [margins.left, margins.top, margins.right, pixelsOnly(value("margin-bottom"), fontSize)].every(
      (margin = 0) => margin >= 0,
    ) &&
    leavesContainer(offsets, containerGround, fontSize);
  const behind: Ground = leaves
    ? containerGround.behind
    : isFlowBlock(display) && parent.display === "inline"
      ? parent.blockGround
      : parent;
  const isCutOut = [value("background-clip"), value("-webkit-background-clip")].some(
    (clip) => clip?.toLowerCase() === "text",
  );
  const paints =
    display !== "contents" &&
    !isCutOut &&
    (isInline || isTableBox(display) || !paintsNothing({ value, fontSize, padding }));
  const ground: Ground = paints
    ? groundOf(element, behind, declaredGround, color)
    : { grounds: behind.grounds, picture: behind.picture };
  const isOpaque = paints && isOpaqueGround(element, declaredGround, color);
  const ownTint = colorFilterOf(value("filter") ?? value("-webkit-filter"));
  const outerTint = parent.tint;
  const tint =
    ownTint === undefined || outerTint === undefined ? (ownTint ?? outerTint) : (one: Color) => outerTint(ownTint(one));

  const opacityWord = value("opacity") ?? attribute("opacity");
  const ownOpacity =
    Math.max(0, Math.min(1, opacityWord === undefined ? 1 : (portion(opacityWord) ?? 1))) *
    faded([value("filter"), value("-webkit-filter"), value("-ms-filter")]);
  const opacity = parent.opacity * ownOpacity;
  const textIndent = length("text-indent", screenSize.width) ?? parent.textIndent;
  const lineHeight = lineHeightOf(value("line-height"), fontSize, parent.lineHeight);
  const visibility = value("visibility")?.toLowerCase() ?? attribute("visibility");
  const whiteSpace = value("white-space")?.toLowerCase();
  const moves = movesOf(transforms, transform("translate"), fontSize);

  let gone = parent.gone;
  const hide = (reason: HiddenReason): void => {
    gone ??= reason;
  };
  if (display === "none") hide(isHiddenByAttribute(element, value("display")) ? "hidden-attribute" : "display-none");
  if (value("content-visibility")?.toLowerCase() === "hidden") hide("display-none");
  if (opacity < leastOpacity || isMasked(value)) hide("opacity");
  const shift = {
    left: length("left", screenSize.width),
    right: length("right", screenSize.width),
    top: length("top", screenSize.height),
    bottom: length("bottom", screenSize.height),
  };
  const placement = {
    shift: positioned ? shift : {},
    margin: isInline && !out ? { left: margins.left } : margins,
    padding: { top: isInline ? 0 : padding.top, left: padding.left },
    moves,
    out,
    fixed,
    parentClips: parent.clips,
    width,
    isAligned: /^(?:right|end|center)$/i.test(value("text-align") ?? ""),
  };
  if (isOffScreen(placement)) hide("off-screen");
  if (
    out &&
    gone === undefined &&
    isBesideThePage({
      element,
      fixed,
      container: fixed ? "page" : parent.container,
      cut: parent.containerCuts ? parent.containerSize : undefined,
      offsets,
      margins,
      moved: transforms.length > 0 || transform("translate") !== undefined,
      width,
      height,
      padding,
      fontSize,
      lineHeight,
    })
  )
    hide("off-screen");
  if (isSvg && isFarOut(element)) hide("off-screen");
  if (out && clipsEverything(value("clip"), fontSize)) hide("clipped");
  for (const clipPath of [value("clip-path"), value("-webkit-clip-path")])
    if (clipsEverything(clipPath, fontSize)) hide("clipped");
  const backface = value("backface-visibility") ?? value("-webkit-backface-visibility");
  if (backface?.toLowerCase() === "hidden" && isTurnedAway(transforms, transform("rotate"))) hide("clipped");

  const enclosing: Enclosure = fixed ? rootStyle : out ? parent.outside : parent;
  let { room, emptied } = enclosing;
  const isBorderBox = value("box-sizing")?.toLowerCase() === "border-box";
  const isBox = (!isInline || out) && !isTableBox(display);
  // What is moved down in a box that clips is nearer to its edge.
  const sunk = positioned && !out ? Math.max(0, pixelsOnly(value("top"), fontSize) ?? 0) : 0;
  if (isBox) {
    room = roomWithin(room, {
      clipsX: isContained || isCut(value("overflow-x")),
      clipsY: isContained || isCut(value("overflow-y")),
      width: leastOf(width, pixelsOnly(value("max-width"), fontSize)),
      height: leastOf(height, pixelsOnly(value("max-height"), fontSize)),
      minWidth: pixelsOnly(value("min-width"), fontSize) ?? 0,
      minHeight: pixelsOnly(value("min-height"), fontSize) ?? 0,
      marginTop: (out ? 0 : (margins.top ?? 0)) + sunk + Math.max(0, moves.y),
      padding,
      isBorderBox,
    });
    emptied ||= isEmptied({ value, fontSize, padding, clipsX, clipsY, parent });
  }
  if (display === "table-cell" && parent.fixedTable && clipsX && width !== undefined && width + padding.left <= 2)
    emptied = true;
  if (isSvg && element.name === "svg" && value("overflow-x")?.toLowerCase() !== "visible") {
    const side = (name: "width" | "height"): number => pixelsOnly(value(name) ?? attribute(name), fontSize) ?? Infinity;
    if (Math.min(side("width"), side("height")) < leastFontSize) hide("zero-size");
  }
  const security = value("-webkit-text-security")?.toLowerCase();
  if (security !== undefined && security !== "none") hide("visibility");

  const depth = value("z-index");
  const number = depth === undefined ? undefined : numberOf(depth);
  const hasLayer = positioned || (number !== undefined && parent.flexes);
  const stacks =
    (hasLayer && number !== undefined) ||
    fixed ||
    position.endsWith("sticky") ||
    ownOpacity < 1 ||
    transforms.some((text) => text !== "none") ||
    /^isolate$/i.test(value("isolation") ?? "") ||
    ["filter", "clip-path", "mask", "mask-image", "contain", "translate", "scale", "rotate"].some(
      (property) => value(property) !== undefined && value(property) !== "none",
    );
  const layer = hasLayer || stacks ? (number ?? 0) : undefined;
  if (layer !== undefined && layer < 0 && parent.coversBelow) hide("covered");
  const isRoot = element.name === "html" || element.name === "body";
  const adjust = numberOf(value("font-size-adjust") ?? "");
  const shadowText = value("text-shadow");
  const legacyLink = element.name === "body" ? attributeOf(element, "link") : undefined;
  return {
    gone,
    display,
    hiddenVisibility:
      visibility === undefined ? parent.hiddenVisibility : visibility === "hidden" || visibility === "collapse",
    msoHide: value("mso-hide") === undefined ? parent.msoHide : /^(?:all|screen)$/i.test(value("mso-hide")!),
    fontSize,
    adjusted:
      adjust === undefined ? (value("font-size-adjust") === undefined ? parent.adjusted : 1) : adjust / usualAspect,
    scale: parent.scale * scaleOf(transforms, transform("scale"), value("zoom"), transform("rotate")),
    opacity,
    color,
    fill: fillOf(
      value("-webkit-text-fill-color"),
      value("fill") ?? attribute("fill"),
      value("fill-opacity") ?? attribute("fill-opacity"),
      color,
      parent.fill,
      isSvg,
    ),
    stroke:
      value("-webkit-text-stroke-width") === undefined
        ? parent.stroke
        : strokeOf(value("-webkit-text-stroke-width"), value("-webkit-text-stroke-color"), color),
    shadow:
      shadowText === undefined ? parent.shadow : shadowText === "none" ? undefined : (colorIn(shadowText) ?? color),
    ...ground,
    cut: isCutOut ? groundOf(element, nothingBehind, declaredGround, color) : parent.cut,
    tint,
    groundTinted: isOpaque ? tint !== undefined : ownTint === undefined && parent.groundTinted,
    blockGround: isInline ? parent.blockGround : ground,
    body: legacyLink === undefined ? parent.body : { link: parseLegacyColor(legacyLink) },
    textIndent,
    lineIndent: isInline ? parent.lineIndent : textIndent + padding.left,
    lineHeight,
    clipsLines: parent.clipsLines || (clipsY && !isInline),
    clips: isBox && (clipsX || clipsY),
    room,
    emptied,
    container: positioned ? (isWide(display, out, value("width")) ? "wide" : "box") : parent.container,
    outside: positioned || stacksFixed(transforms) ? { room, emptied } : parent.outside,
    positioned,
    layer,
    stacks,
    opaque: isOpaque && opacity > opaqueFrom,
    covering:
      out &&
      covers(element, value, parent, fixed, isOpaque || ground.picture) &&
      ownOpacity > opaqueFrom &&
      transforms.length === 0
        ? { fixed }
        : undefined,
    area: value("grid-area") ?? (value("grid-row") === undefined ? "" : `${value("grid-row")}/${value("grid-column")}`),
    containerCuts: positioned
      ? isBox && (isContained || (isCut(value("overflow-x")) && isCut(value("overflow-y"))))
      : parent.containerCuts,
    containerSize: positioned ? { width: width ?? Infinity, height: height ?? Infinity } : parent.containerSize,
    // The ground of the page's own box is that of the whole screen.
    containerGround: isRoot
      ? undefined
      : positioned
        ? {
            width: isBox
              ? Math.max(width ?? Infinity, pixelsOnly(value("min-width"), fontSize) ?? 0) +
                padding.left +
                padding.right
              : Infinity,
            height: isBox
              ? Math.max(height ?? Infinity, pixelsOnly(value("min-height"), fontSize) ?? 0) +
                padding.top +
                padding.bottom
              : Infinity,
            grounds: ground.grounds,
            behind: { grounds: behind.grounds, picture: behind.picture },
          }
        : parent.containerGround,
    coversBelow: !stacks && (parent.coversBelow || (isOpaque && !isInline && !isRoot)),
    layers: parent.layers,
    zeroRows: /grid$/.test(display) && hasNoTracks(value("grid-template-rows")),
    zeroColumns: /grid$/.test(display) && hasNoTracks(value("grid-template-columns")),
    flexes: /(?:flex|grid)$/.test(display),
    fixedTable: isTableBox(display)
      ? value("table-layout")?.toLowerCase() === "fixed" || (display !== "table" && parent.fixedTable)
      : false,
    nowrap: whiteSpace === undefined ? parent.nowrap : /^(?:nowrap|pre)$/.test(whiteSpace),
    preserved:
      whiteSpace === undefined
        ? parent.preserved || ["pre", "textarea", "listing", "xmp", "plaintext"].includes(element.name)
        : /^(?:pre|pre-wrap|pre-line|break-spaces)$/.test(whiteSpace),
    letterSpacing: length("letter-spacing", fontSize) ?? parent.letterSpacing,
    wordSpacing: length("word-spacing", fontSize) ?? parent.wordSpacing,
    flow: {
      kind: flowKind(display, out || floats, parent),
      inLine: display.startsWith("inline-") && !out,
      cutsBelow: isBox && (isContained || isCut(value("overflow-y"))),
      cutsAside: isBox && (isContained || isCut(value("overflow-x"))),
      height: leastOf(height, pixelsOnly(value("max-height"), fontSize)),
      width: leastOf(width, pixelsOnly(value("max-width"), fontSize)),
      minHeight: pixelsOnly(value("min-height"), fontSize) ?? 0,
      marginTop: margins.top ?? 0,
      padding,
      isBorderBox,
      lines: /box$/.test(display) ? numberOf(value("-webkit-line-clamp") ?? "") : undefined,
    },
    variables: declared.variables,
  };
}

/** What share of a font's size its small letters are high, where nothing is known of the font. */
const usualAspect = 0.5;
const nothingBehind: Ground = { grounds: [transparent], picture: false };

/** Longer style attributes are read so far; what follows could only show what stands before. */
const longestStyle = 50_000;

function isHiddenByAttribute(element: Element, display: string | undefined): boolean {
  return display === undefined && attributeOf(element, "hidden") !== undefined;
}

/** SVG text far outside of its picture. */
function isFarOut(element: Element): boolean {
  if (element.name !== "text" && element.name !== "tspan") return false;
  return ["x", "y", "dx", "dy"].some((name) => {
    const value = Number.parseFloat(attributeOf(element, name) ?? "0");
    return value <= -100 || value >= 5_000;
  });
}

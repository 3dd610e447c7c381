// The two modules as Emscripten makes them. Text goes in as a pointer from stringToNewUTF8, which the called function
// frees, and comes out as one that is valid until the next call.

// The functions of web/exports.cpp, which both have. A type only: there is no such file.
declare module "@lab/core.mjs" {
  export type Pointer = number;

  export interface CoreModule {
    stringToNewUTF8(text: string): Pointer;
    UTF8ToString(text: Pointer): string;
    _fr_describe(): Pointer;
    _fr_news(toArticle: boolean): Pointer;
    _fr_last_step(): Pointer;
    _fr_flips(key: Pointer): Pointer;
    _fr_inputs(): Pointer;
    _fr_words(): Pointer;
    _fr_set(key: Pointer, value: Pointer): Pointer;
    _fr_pick(contract: Pointer): Pointer;
    _fr_edit(clause: Pointer, kind: Pointer): Pointer;
    _fr_disputes(): Pointer;
    _fr_take_side(dispute: Pointer, side: number): Pointer;
    _fr_ask(outcome: Pointer): Pointer;
    _fr_chapter(chapter: Pointer, keeps: boolean): Pointer;
    _fr_bet(bet: Pointer, value: Pointer): Pointer;
    _fr_pin(isPinned: boolean): void;
    _fr_undo(): void;
    _fr_redo(): void;
    _fr_reset(): void;
    _fr_end_step(): void;
    _fr_show_in_gw(inGw: boolean): void;
    _fr_show_tab(tab: Pointer): Pointer;
    _fr_select(month: Pointer): Pointer;
    _fr_open_link(hash: Pointer): Pointer;
    _fr_goto(link: Pointer): Pointer;
    _fr_load_contract(text: Pointer, name: Pointer): Pointer;
    _fr_refuse(name: Pointer, why: Pointer): void;
    _fr_dismiss(): void;
    _fr_save(): Pointer;
    _fr_restore(saved: Pointer): Pointer;
    _fr_figure(kind: Pointer, cssWidth: number, cssHeight: number, dark: boolean, moreContrast: boolean, today: number): Pointer;
    _fr_still(cssWidth: number, dark: boolean, whole: boolean, today: number): Pointer;
    _fr_rows(): Pointer;
    _fr_poster(cssWidth: number, dark: boolean, today: number): Pointer;
    _fr_csv(): Pointer;
    _fr_contract(): Pointer;
    _fr_receipt(): Pointer;
  }
}

// The lab: web/main.cpp.
declare module "@lab/lab.mjs" {
  import type { CoreModule, Pointer } from "@lab/core.mjs";

  export interface LabModule extends CoreModule {
    HEAPU8: Uint8Array;
    _fr_font(face: number, size: number): Pointer; // to be filled before the start
    _fr_start(): boolean | number;
    _fr_close(): void;
    _fr_bar_above(cssWidth: number, seenHeight: number): number;
    _fr_escape(): void;
    _fr_replay(isWanted: boolean): void;
    _fr_scroll(cssPixels: number): void;
    _fr_surface(
      cssWidth: number,
      cssHeight: number,
      seenHeight: number,
      pixelWidth: number,
      pixelHeight: number,
      dark: boolean,
      moreContrast: boolean,
      reducedMotion: boolean,
      hasStory: boolean,
      today: number,
    ): void;
    _fr_pointer(event: number, x: number, y: number, isTouch: boolean): boolean | number;
    _fr_visible(isVisible: boolean): void;
    _fr_wake(): void;
    _fr_tables(): number; // a text
    _fr_load_story(story: Pointer): Pointer;
    _fr_told(number: number): Pointer;
    _fr_frames(): number;
    _fr_context_lost(): void;
    _fr_context_restored(): void;
  }

  export interface LabOptions {
    canvas: HTMLCanvasElement;
    locateFile(): string;
    onAbort(reason: unknown): void;
    onPublish(json: string): void;
    // The menu's sides are all 0 while none is open.
    onPanel(
      left: number, top: number, width: number, height: number, content: number, tab: number,
      menuLeft: number, menuTop: number, menuRight: number, menuBottom: number,
    ): void;
    onSlide(cssPixels: number): number; // scrolls the page down, as far as it goes: how far that was
    onCursor(css: string): void;
    onEditValue(key: string, value: string, left: number, top: number, width: number, height: number): void;
    onOpenContract(): void;
    onExport(kind: string): void;
  }

  const createLab: (options: LabOptions) => Promise<LabModule>;
  export default createLab;
}

// The engine: web/engine.cpp, without a canvas.
declare module "@lab/engine.mjs" {
  import type { CoreModule } from "@lab/core.mjs";

  export interface EngineModule extends CoreModule {
    _fr_start(): void;
  }

  export interface EngineOptions {
    locateFile?(): string;
    wasmBinary?: Uint8Array;
    onAbort(reason: unknown): void;
    onPublish(json: string): void;
  }

  const createEngine: (options: EngineOptions) => Promise<EngineModule>;
  export default createEngine;
}

// The engine's bytes, in base64.
declare module "@generated/engine-bytes.mjs" {
  const base64: string;
  export default base64;
}

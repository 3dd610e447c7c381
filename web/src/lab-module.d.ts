// The lab as Emscripten makes it: the functions of web/main.cpp. Text goes in as a pointer from stringToNewUTF8, which
// the called function frees, and comes out as one that is valid until the next call.
declare module "@lab/lab.mjs" {
  export type Pointer = number;

  export interface LabModule {
    stringToNewUTF8(text: string): Pointer;
    UTF8ToString(text: Pointer): string;
    _fr_start(): boolean | number;
    _fr_close(): void;
    _fr_surface(
      cssWidth: number,
      cssHeight: number,
      pixelWidth: number,
      pixelHeight: number,
      dark: boolean,
      reducedMotion: boolean,
      today: number,
    ): void;
    _fr_pointer(event: number, x: number, y: number, isTouch: boolean): boolean | number;
    _fr_visible(isVisible: boolean): void;
    _fr_wake(): void;
    _fr_frames(): number;
    _fr_context_lost(): void;
    _fr_context_restored(): void;
    _fr_describe(): Pointer;
    _fr_inputs(): Pointer;
    _fr_set(key: Pointer, value: Pointer): Pointer;
    _fr_pick(contract: Pointer): Pointer;
    _fr_undo(): void;
    _fr_redo(): void;
    _fr_reset(): void;
    _fr_end_step(): void;
    _fr_show_in_gw(inGw: boolean): void;
    _fr_select(month: Pointer): void;
    _fr_open_link(hash: Pointer): Pointer;
    _fr_load_contract(text: Pointer, name: Pointer): Pointer;
  }

  export interface LabOptions {
    canvas: HTMLCanvasElement;
    locateFile(): string;
    onAbort(reason: unknown): void;
    onPublish(json: string): void;
    onHeight(cssPixels: number): void;
    onCursor(css: string): void;
  }

  const createLab: (options: LabOptions) => Promise<LabModule>;
  export default createLab;
}

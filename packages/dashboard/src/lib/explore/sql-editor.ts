import {
  autocompletion,
  closeBrackets,
  closeBracketsKeymap,
  completionKeymap,
} from "@codemirror/autocomplete";
import { defaultKeymap, history, historyKeymap, indentWithTab } from "@codemirror/commands";
import { sql, StandardSQL } from "@codemirror/lang-sql";
import { bracketMatching, HighlightStyle, syntaxHighlighting } from "@codemirror/language";
import { EditorState, StateEffect, StateField } from "@codemirror/state";
import { Decoration, EditorView, keymap, lineNumbers } from "@codemirror/view";
import { tags } from "@lezer/highlight";

export interface SqlEditorOptions {
  readonly text: string;
  readonly label: string;
  /** The id of what describes it; ids do not reach into the shadow, so its words are given. */
  readonly describe: string;
  readonly schema: Readonly<Record<string, readonly string[]>>;
  readonly onChange: (text: string) => void;
  readonly onRun: () => void;
}

export interface SqlEditor {
  setText(text: string): void;
  /** Marks lines, counted from 1, in which something is wrong. */
  mark(lines: readonly number[]): void;
  focus(from?: number, to?: number): void;
  destroy(): void;
}

/**
 * A code editor in a shadow root of `host`: there its styles are adopted sheets, which the strictest policy allows,
 * where a style element in the page would be refused.
 */
export function sqlEditor(host: HTMLElement, options: SqlEditorOptions): SqlEditor {
  const root = host.shadowRoot ?? host.attachShadow({ mode: "open" });
  const view = new EditorView({ parent: root, root, state: stateOf(options) });
  return {
    setText(text) {
      if (text === view.state.doc.toString()) return;
      view.dispatch({ changes: { from: 0, to: view.state.doc.length, insert: text } });
    },
    mark: (lines) => view.dispatch({ effects: markLines.of(lines) }),
    focus(from = view.state.doc.length, to = from) {
      const length = view.state.doc.length;
      view.dispatch({ selection: { anchor: Math.min(from, length), head: Math.min(to, length) } });
      view.focus();
    },
    destroy: () => view.destroy(),
  };
}

function stateOf({ text, label, describe, schema, onChange, onRun }: SqlEditorOptions): EditorState {
  const run = () => {
    onRun();
    return true;
  };
  const mutable = Object.fromEntries(Object.entries(schema).map(([table, columns]) => [table, [...columns]]));
  return EditorState.create({
    doc: text,
    extensions: [
      lineNumbers(),
      history(),
      bracketMatching(),
      closeBrackets(),
      autocompletion({ icons: false }),
      sql({ dialect: StandardSQL, schema: mutable, defaultTable: "observations", upperCaseKeywords: true }),
      syntaxHighlighting(colours),
      marked,
      theme,
      EditorView.lineWrapping,
      EditorView.contentAttributes.of({
        "aria-label": label,
        "aria-description": describe,
        spellcheck: "false",
        dir: "ltr",
      }),
      EditorView.updateListener.of((update) => {
        if (update.docChanged) onChange(update.state.doc.toString());
      }),
      keymap.of([
        { key: "Mod-Enter", run },
        { key: "Ctrl-Enter", run },
        ...closeBracketsKeymap,
        ...completionKeymap,
        ...defaultKeymap,
        ...historyKeymap,
        // Escape lets go of the Tab key until the next keystroke
        indentWithTab,
      ]),
    ],
  });
}

const markLines = StateEffect.define<readonly number[]>();

const marked = StateField.define({
  create: () => Decoration.none,
  update(marks, { docChanged, effects, state }) {
    for (const effect of effects)
      if (effect.is(markLines))
        return Decoration.set(
          effect.value
            .filter((line) => line >= 1 && line <= state.doc.lines)
            .map((line) => Decoration.line({ class: "wrong" }).range(state.doc.line(line).from)),
        );
    return docChanged ? Decoration.none : marks;
  },
  provide: (field) => EditorView.decorations.from(field),
});

const colours = HighlightStyle.define([
  { tag: tags.keyword, color: "var(--ink)", fontWeight: "600" },
  { tag: [tags.string, tags.special(tags.string)], color: "var(--link)" },
  { tag: [tags.number, tags.bool, tags.null], color: "var(--accent)" },
  { tag: tags.comment, color: "var(--ink-3)", fontStyle: "italic" },
]);

const theme = EditorView.theme({
  "&": {
    color: "var(--ink)",
    backgroundColor: "var(--paper-sunk)",
    fontSize: "var(--type-15)",
    border: "1px solid var(--rule-strong)",
    borderRadius: "var(--radius)",
    minHeight: "14rem",
    maxHeight: "30rem",
  },
  "&.cm-focused": { outline: "2px solid var(--focus)", outlineOffset: "1px" },
  ".cm-scroller": {
    fontFamily: 'ui-monospace, "Liberation Mono", monospace',
    lineHeight: "1.5",
    minHeight: "14rem",
  },
  ".cm-content": { caretColor: "var(--ink)", padding: "var(--space-12) 0" },
  ".cm-gutters": { backgroundColor: "transparent", color: "var(--ink-3)", border: "0" },
  ".cm-cursor": { borderLeftColor: "var(--ink)" },
  ".cm-tooltip": { backgroundColor: "var(--paper)", color: "var(--ink)", border: "1px solid var(--ink)" },
  ".cm-tooltip-autocomplete > ul > li": {
    minHeight: "1.75rem",
    lineHeight: "1.75rem",
    padding: "0 var(--space-8)",
  },
  ".cm-tooltip-autocomplete > ul > li[aria-selected]": {
    backgroundColor: "var(--accent-wash)",
    color: "var(--ink)",
  },
  ".cm-matchingBracket": { backgroundColor: "var(--accent-wash)" },
  ".wrong": { backgroundColor: "var(--accent-wash)", boxShadow: "inset 3px 0 0 var(--accent)" },
});

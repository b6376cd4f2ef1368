// How the draft looks, and CodeMirror's own words in Chinese. It lies in a shadow tree, so the
// colours come through the page's variables.

import { EditorView } from "@codemirror/view";

const mark = (name) => ({
  backgroundColor: `var(--${name}-back)`,
  boxShadow: `inset 0 -2px var(--${name})`,
  borderRadius: "2px",
  cursor: "pointer",
});

export const theme = EditorView.theme({
  "&": { height: "100%", backgroundColor: "var(--paper)", color: "var(--ink)" },
  "&.cm-focused": { outline: "none" },
  ".cm-scroller": { fontFamily: "var(--serif)", fontSize: "17px", lineHeight: "1.85", overflow: "auto", justifyContent: "center" },
  ".cm-content": { padding: "28px 0 40vh", flex: "0 1 46em", minWidth: "0", caretColor: "var(--ink)" },
  ".cm-line": { padding: "0 28px 0 12px" },
  ".cm-gutters": {
    backgroundColor: "var(--paper)",
    color: "var(--faint)",
    border: "none",
    fontFamily: "var(--sans)",
    fontSize: "12px",
    minWidth: "44px",
  },
  ".cm-lineNumbers .cm-gutterElement": { padding: "5px 8px 0 12px" },
  ".cm-activeLine": { backgroundColor: "var(--line-back)" },
  ".cm-cursor": { borderLeftColor: "var(--ink)", borderLeftWidth: "1.5px" },
  "&.cm-focused > .cm-scroller > .cm-selectionLayer .cm-selectionBackground, .cm-selectionBackground": {
    background: "var(--selection)",
  },
  ".cm-found.info": mark("info"),
  ".cm-found.warning": mark("warning"),
  ".cm-found.error": mark("error"),
  ".cm-found.chosen": { outline: "2px solid var(--accent)", outlineOffset: "1px" },
  ".cm-panels": { backgroundColor: "var(--ground)", color: "var(--ink)", borderColor: "var(--line)" },
  ".cm-panel.cm-search": { padding: "8px 16px", fontFamily: "var(--sans)" },
  ".cm-panel.cm-search input, .cm-panel.cm-search button, .cm-panel.cm-search label": { fontSize: "14px" },
  ".cm-textfield": { backgroundColor: "var(--paper)", border: "1px solid var(--line)", color: "var(--ink)" },
  ".cm-button": { backgroundImage: "none", backgroundColor: "var(--paper)", border: "1px solid var(--line)", color: "var(--ink)" },
  ".cm-searchMatch": { backgroundColor: "var(--selection)" },
});

export const phrases = {
  Find: "查找",
  Replace: "替换为",
  next: "下一处",
  previous: "上一处",
  all: "全选",
  "match case": "区分大小写",
  "by word": "全字匹配",
  regexp: "正则表达式",
  replace: "替换",
  "replace all": "全部替换",
  close: "关闭",
  "current match": "当前匹配",
  "replaced $ matches": "替换了 $ 处",
  "replaced match on line $": "替换了第 $ 行的一处",
  "on line": "在第几行",
  "Go to line": "转到行",
  go: "转到",
  "Control character": "控制字符",
  "Selection deleted": "已删除选中的文字",
};

// Written for browsers of any age: says plainly what is missing, before the page's own script.
(function () {
  var missing = [];
  if (!window.WebAssembly || !window.Worker || !window.Promise) missing.push("WebAssembly");
  else if (
    // a function that throws and catches, as Python needs it
    !WebAssembly.validate(
      new Uint8Array([0, 97, 115, 109, 1, 0, 0, 0, 1, 4, 1, 96, 0, 0, 3, 2, 1, 0, 10, 8, 1, 6, 0, 6, 64, 25, 11, 11])
    )
  )
    missing.push("WebAssembly 异常处理");
  if (!window.DecompressionStream) missing.push("DecompressionStream");
  if (!window.HTMLDialogElement) missing.push("dialog");
  var text = document.getElementById("unsupported-text");
  window.supported = missing.length === 0;
  if (window.supported) return;
  text.textContent =
    "这个浏览器太旧，打不开本页（缺少 " +
    missing.join("、") +
    "）。请换用 Chrome、Edge、360、QQ 等浏览器的新版本，内核 109 以上；Windows 7 上最后一版 Chrome（109）也可以。";
})();

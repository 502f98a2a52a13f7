// A page that was built before the deadline says nothing about it afterwards. Decided while the page
// is being read in, so that nothing moves when the notice goes.
const notices = new MutationObserver(() => {
  for (const notice of document.querySelectorAll(".consultation:not([hidden])")) {
    notice.hidden = Date.now() >= Date.parse(notice.dataset.closes);
  }
});
notices.observe(root, { childList: true, subtree: true });
addEventListener("DOMContentLoaded", () => notices.disconnect());

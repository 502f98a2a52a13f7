// A page that was built before the deadline says nothing about it afterwards.
for (const notice of document.querySelectorAll(".consultation")) {
  notice.hidden = Date.now() > Date.parse(notice.dataset.closes);
}

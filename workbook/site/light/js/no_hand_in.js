// A hand-in is made with Python; the page says so in words of its own.

const handIn = () => ({ node: "", look() {}, failed() {}, answers: {} });

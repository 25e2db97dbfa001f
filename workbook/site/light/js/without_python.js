// A hand-in and a portfolio are made with Python; the page says so in words of its own.

const handIn = () => ({ node: "", look() {}, failed() {}, answers: {} });
const takeHome = () => ({ node: "", failed: () => false, answers: {} });

"""The typesetting of all our documents and pictures: Typst, its fonts, the paper, and what can be printed."""

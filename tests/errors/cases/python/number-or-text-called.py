# rule: python_calling.number_or_text_called
# source: constructed
# says: 2 \* \(3 \+ 1\)
# %% fails
2(3+1)
# %% mended
2 * (3 + 1)

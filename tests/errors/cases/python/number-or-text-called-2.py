# rule: python_calling.number_or_text_called
# source: constructed
# says: c = a \* \(b \+ 1\)
# %% fails
a=3; b=4
c = a(b+1)
# %% mended
a=3; b=4
c = a * (b + 1)

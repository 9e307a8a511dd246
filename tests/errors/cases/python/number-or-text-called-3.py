# rule: python_calling.number_or_text_called
# source: constructed
# says: \(1, 2\), \(3, 4\)
# %% fails
pts = [(1,2)(3,4)]
# %% mended
(1, 2), (3, 4)

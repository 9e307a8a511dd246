# rule: python_numbers.text_to_number
# source: constructed
# says: total = float\(height\) \+ 1
# %% fails
height = "1.75"
total = int(height) + 1
# %% mended
height = "1.75"
total = float(height) + 1

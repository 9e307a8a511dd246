# rule: python_numbers.text_to_number
# source: constructed
# says: n = int\(float\(rows\)\) \* 2
# %% fails
rows = "3.0"
n = int(rows) * 2
# %% mended
rows = "3.0"
n = int(float(rows)) * 2

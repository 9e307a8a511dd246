# rule: python_numbers.to_number_of_other
# source: constructed
# says: range\(5 // 2\)
# says: range
# %% fails
range(5/2)
# %% mended
range(5 // 2)

# rule: python_numbers.to_number_of_other
# source: constructed
# says: range\(len\(\[1, 2\]\)\)
# says: range
# %% fails
range([1,2])
# %% mended
range(len([1, 2]))

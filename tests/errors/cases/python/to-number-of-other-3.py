# rule: python_numbers.to_number_of_other
# source: constructed
# says: \[int\(x\) for x in \[1, 2\]\]
# says: int
# %% fails
int([1,2])
# %% mended
[int(x) for x in [1, 2]]

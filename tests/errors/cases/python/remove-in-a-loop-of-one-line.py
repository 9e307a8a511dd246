# rule: python_values.of_nothing
# source: constructed
# says: if n in numbers: numbers.remove\(n\)
# %% before
numbers = [1, 2]
# %% fails
for n in [2, 7]: numbers.remove(n)
# %% mended
for n in [2, 7]:
    if n in numbers: numbers.remove(n)

# rule: aliases_of_types.type_in_brackets
# source: a learner's notebook
# says: numbers = list\(range\(1, 100\)\)
# %% before
numbers = list[range(1, 100)]
# %% fails
print(sum(numbers))
# %% mended
numbers = list(range(1, 100))
print(sum(numbers))

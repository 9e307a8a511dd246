# rule: not aliases_of_types.type_in_brackets
# source: constructed
# %% before
def first(rows: list[int]) -> int:
    return rows + 1
# %% fails
first([1])

# rule: python_syntax.equals_in_condition
# source: constructed
# says: return answer == right
# %% fails
def is_right(answer, right):
    return answer = right
is_right(1, 2)
# %% mended
def is_right(answer, right):
    return answer == right
is_right(1, 2)

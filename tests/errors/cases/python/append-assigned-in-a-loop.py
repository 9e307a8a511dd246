# rule: python_none.none_result
# source: https://stackoverflow.com/questions/12894795 (why does append return None)
# says: squares\.append\(n \* n\)
# says: returns None
# %% fails
squares = []
for n in range(4):
    squares = squares.append(n * n)
# %% mended
squares = []
for n in range(4):
    squares.append(n * n)

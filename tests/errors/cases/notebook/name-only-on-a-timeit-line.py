# rule: notebook_timed.kept_by_no_name
# source: constructed
# says: total was assigned only under %timeit
# says: total = sum\(squares\)
# %% before
squares = [i * i for i in range(50)]
%timeit -n1 -r 1 total = sum(squares)
# %% fails
print(total / 50)
# %% mended
total = sum(squares)
print(total / 50)

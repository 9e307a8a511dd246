# notice: python.same_loop_variable
# source: constructed
# says: inner loop
# says: `?i`?
# %% before
grid = []
# %% cell
for i in range(3):
    for i in range(2):
        pass
    grid.append(i)
# %% mended
for i in range(3):
    for j in range(2):
        pass
    grid.append(i)

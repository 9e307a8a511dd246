# notice: none
# source: constructed
# %% cell
total = 0
for i in range(3):
    for j in range(2): total += i*j
for _ in range(2):
    for _ in range(2): pass
for i in range(2): print(i)
for i in range(2): print(i)

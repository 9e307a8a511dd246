# rule: python_types.text_and_number
# source: constructed
# says: print\(name \+ str\(n\)\)
# says: name
# %% fails
rows = [['a', 1], ['b', 2]]
for name, n in rows:
    print(name + n)
# %% mended
rows = [['a', 1], ['b', 2]]
for name, n in rows:
    print(name + str(n))

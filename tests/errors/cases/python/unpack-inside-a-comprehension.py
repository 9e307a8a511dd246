# rule: not python_unpacking.unpacking
# source: constructed
# %% before
def sizes(): return [3, 4]
# %% fails
w, h = [a * b for a, b in sizes()]

# rule: notebook_undefined.misspelt
# source: constructed
# says: return Path\('x'\)
# says: Paht
# %% fails
def outer():
    from pathlib import Path
    return Paht('x')
outer()
# %% mended
def outer():
    from pathlib import Path
    return Path('x')
outer()

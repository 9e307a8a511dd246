# rule: python_syntax.quotes
# source: constructed
# says: """
# %% fails
x = """abc
def
# %% mended
x = """abc
"""

# rule: python_syntax.quotes
# source: constructed
# says: x = r"C:\\Users\\me"
# %% fails
x = "C:\Users\me"
# %% mended
x = r"C:\Users\me"

# rule: python_syntax.line_continuation
# source: constructed
# says: path = r'C:\\data\\train'
# %% fails
path = C:\data\train
# %% mended
path = r'C:\data\train'

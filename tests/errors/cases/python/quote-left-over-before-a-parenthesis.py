# rule: cells_typed.quote_left_over
# source: constructed
# says: print\('loss', round\(0.5, 1\)\)
# %% fails
print('loss', round(0.5, 1)')
# %% mended
print('loss', round(0.5, 1))

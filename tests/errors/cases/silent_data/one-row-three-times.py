# notice: repeated_rows.one_row_repeated
# source: https://stackoverflow.com/questions/240178
# says: one\s+and\s+the\s+same\s+row\s+4\s+times
# says: board\[1\]\[2\]\s+=\s+'x'
# says: board\s+=\s+\[\['\.'\]\s+\*\s+5\s+for\s+_\s+in\s+range\(4\)\]
# %% cell
board = [["."] * 5] * 4
board[1][2] = "x"
print(board)
# %% mended
board = [["."] * 5 for _ in range(4)]
board[1][2] = "x"
print(board)

# notice: none
# source: constructed
# %% before
import torch
class Board:
    def __init__(self):
        self.squares, self.moves = ['.'] * 9, []
    def __len__(self): return len(self.moves)
    def __getitem__(self, i): return self.squares[i]
    def play(self, i, who):
        self.squares[i] = who
        self.moves.append((i, who))
# %% cell
board = Board()
board.play(4, 'x')
print(len(board), board[4])

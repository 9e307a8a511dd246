# rule: python_shapes.not_indexable
# source: https://stackoverflow.com/questions/20309255/how-to-fix-typeerror-method-object-is-not-subscriptable
# says: game\.board\(\)\[1\]\[0\]
# says: not called
# %% before
class Game:
    def board(self, turned=False):
        return [[1, 2], [3, 4]]


game = Game()
# %% fails
corner = game.board[1][0]
# %% mended
corner = game.board()[1][0]

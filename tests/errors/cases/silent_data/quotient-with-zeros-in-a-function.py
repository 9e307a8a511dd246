# notice: made_infinite.division_by_zeros
# source: constructed
# says: In add_rate:\s+t\['rate'\]\s+holds\s+inf\s+in\s+2\s+rows
# says: t\['rate'\]\s+=\s+t\.wins\s+/\s+t\.games\.where\(t\.games\s+!=\s+0\)
# %% before
import pandas as pd
teams = pd.DataFrame({'wins': [1, 3, 2], 'games': [0, 4, 0]})
# %% cell
def add_rate(t):
    t['rate'] = t.wins / t.games
    return t
add_rate(teams).describe()
# %% mended
def add_rate(t):
    t['rate'] = t.wins / t.games.where(t.games != 0)
    return t
add_rate(teams).describe()

# notice: best_and_worst.lowest_called_the_best
# source: constructed
# says: ascending=False
# %% before
import pandas as pd
films = pd.DataFrame({"title": list("abcdef"), "rating": [1, 5, 3, 2, 4, 0]})
# %% cell
top3 = films.sort_values('rating').head(3)
# %% mended
top3 = films.sort_values('rating', ascending=False)[:3]

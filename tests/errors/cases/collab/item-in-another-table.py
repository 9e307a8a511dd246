# rule: collab.no_such_column
# source: constructed; the titles of MovieLens, not merged
# says: the table books has
# says: book_id
# says: votes = votes.merge\(books\)
# %% before
from fastai.collab import *
from fastai.tabular.all import *
votes = pd.DataFrame({"reader": [i % 7 for i in range(70)], "book_id": [i % 9 for i in range(70)], "stars": [1.0 + i % 5 for i in range(70)]})
books = pd.DataFrame({"book_id": range(9), "title": [f"Book {i}" for i in range(9)]})
# %% fails
dls = CollabDataLoaders.from_df(votes, item_name="title", rating_name="stars", bs=8)
# %% mended
votes = votes.merge(books)
dls = CollabDataLoaders.from_df(votes, item_name="title", rating_name="stars", bs=8)

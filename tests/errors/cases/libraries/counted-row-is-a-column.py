# rule: tables_looped.row_is_a_column
# source: constructed
# says: for n, bird in birds.iterrows\(\):
# %% before
import pandas as pd
birds = pd.DataFrame({'photo': ['a.jpg', 'b.jpg'], 'kind': ['owl', 'wren']})
def show(birds):
    for n, bird in enumerate(birds):
        print(n, bird.kind)
# %% fails
show(birds)
# %% mended
def show(birds):
    for n, bird in birds.iterrows():
        print(n, bird.kind)
show(birds)

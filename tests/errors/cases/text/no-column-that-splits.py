# rule: columns.no_such_column
# source: https://forums.fast.ai/t/colsplitter-is-valid/91010
# says: no column 'is_valid'
# says: RandomSplitter
# %% before
from fastai.text.all import *
notes = pd.DataFrame({'note': ['rain in the north today', 'sun in the south again'] * 20, 'sky': ['grey', 'blue'] * 20})
# %% fails
block = DataBlock(blocks=(TextBlock.from_df('note', seq_len=8), CategoryBlock),
                  get_x=ColReader('text'), get_y=ColReader('sky'), splitter=ColSplitter())
dls = block.dataloaders(notes, bs=4)
# %% mended
block = DataBlock(blocks=(TextBlock.from_df('note', seq_len=8), CategoryBlock),
                  get_x=ColReader('text'), get_y=ColReader('sky'), splitter=RandomSplitter(valid_pct=0.2, seed=42))
dls = block.dataloaders(notes, bs=4)

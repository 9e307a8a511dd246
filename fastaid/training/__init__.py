"""Data, learners, watched fits and the journal: everything that knows fastai, nothing that knows IPython."""

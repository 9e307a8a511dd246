# notice: none
# source: constructed
# %% before
from IPython.display import Markdown, display
# %% cell
display(Markdown('**Lesson 1**: what is a neural network?'))

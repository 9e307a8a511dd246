# rule: cells_typed.page_in_a_cell
# source: a learner's notebook
# says: HTML, not Python
# says: %%html
# %% fails
<div>Teachable Machine Image Model</div>
<button type="button" onclick="init()">Start</button>
# %% mended
%%html
<div>Teachable Machine Image Model</div>
<button type="button" onclick="init()">Start</button>

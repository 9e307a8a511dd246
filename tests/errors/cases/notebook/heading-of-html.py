# rule: cells_typed.page_in_a_cell
# source: constructed
# says: HTML, not Python
# %% fails

<h1>Results</h1>
# %% mended
%%html
<h1>Results</h1>

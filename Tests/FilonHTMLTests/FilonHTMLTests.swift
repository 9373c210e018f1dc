// Tests of FilonHTML.

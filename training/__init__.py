"""Making the scorecard: invented merchants, fitting, report, portfolio. Not a part of the Lambda."""
